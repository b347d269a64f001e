# The line between station and closed network: firewall, and for ipsec the tunnel. Sourced by run.

firewall_station() {
  local clear=accept
  # With a tunnel nothing else may leave to the closed side.
  [ "$1" != ipsec ] || clear='counter drop'
  at station nft -f - <<N
table inet site {
  chain forward { type filter hook forward priority 0; policy drop; }
  chain output { type filter hook output priority 0; policy accept;
    oifname to-closed udp dport { 500, 4500 } accept
    oifname to-closed $clear
  }
}
N
}

tunnel_addresses() {
  ip -n "$tag-station" addr add 172.31.200.1/32 dev lo
  ip -n "$tag-closed" addr add $closed_server/32 dev lo
  for name in cloud station closed; do at "$name" sysctl -qw net.ipv4.conf.all.rp_filter=0 net.ipv4.conf.default.rp_filter=0; done
}

# A certificate authority of its own, and a certificate for each end.
tunnel_keys() {
  mkdir -p "$work/pki"
  openssl ecparam -name prime256v1 -genkey -noout -out "$work/pki/ca.key"
  openssl req -x509 -new -key "$work/pki/ca.key" -subj "/C=JP/O=Closed network test/CN=Test CA" -days 30 -out "$work/pki/ca.crt" \
    -addext basicConstraints=critical,CA:TRUE -addext keyUsage=critical,keyCertSign,cRLSign 2>/dev/null
  local name
  for name in station closed; do
    openssl ecparam -name prime256v1 -genkey -noout -out "$work/pki/$name.key"
    openssl req -new -key "$work/pki/$name.key" -subj "/C=JP/O=Closed network test/CN=$name.example" -out "$work/pki/$name.csr"
    printf 'subjectAltName=DNS:%s.example\nextendedKeyUsage=serverAuth,clientAuth\n' "$name" >"$work/pki/$name.ext"
    openssl x509 -req -in "$work/pki/$name.csr" -CA "$work/pki/ca.crt" -CAkey "$work/pki/ca.key" -CAcreateserial -days 30 -extfile "$work/pki/$name.ext" -out "$work/pki/$name.crt" 2>/dev/null
  done
}

# name, start action: configuration and daemon of one end. The kernel has no ESP here, so the user-land one is loaded; trap as start action does not work with it.
tunnel_daemon() {
  local name=$1 action=$2 folder="$work/ike-$1" local_ip=$station_outside remote_ip=$closed_outside peer=closed local_ts=172.31.200.1/32 remote_ts=$closed_server/32
  if [ "$name" = closed ]; then local_ip=$closed_outside remote_ip=$station_outside peer=station local_ts=$closed_server/32 remote_ts=172.31.200.1/32; fi
  mkdir -p "$folder"/swanctl/{x509,x509ca,private}
  cp "$work/pki/ca.crt" "$folder/swanctl/x509ca/"; cp "$work/pki/$name.crt" "$folder/swanctl/x509/"; cp "$work/pki/$name.key" "$folder/swanctl/private/"
  cat >"$folder/strongswan.conf" <<C
charon-systemd {
  load = random nonce x509 pem pkcs1 pkcs8 pubkey revocation constraints openssl kdf kernel-libipsec kernel-netlink socket-default vici updown
  retransmit_timeout = 1.0
  retransmit_base = 1.2
  retransmit_tries = 3
  journal { default = -1 }
  filelog { f { path = $work/ike-$name.log
      default = 1
      flush_line = yes } }
  plugins { vici { socket = unix://$folder/vici.sock }
    kernel-libipsec { load = yes } }
}
C
  cat >"$folder/swanctl/swanctl.conf" <<C
connections { closed {
    version = 2
    local_addrs = $local_ip
    remote_addrs = $remote_ip
    proposals = aes256-sha256-ecp256
    encap = yes
    dpd_delay = 2s
    local { auth = pubkey
      certs = $name.crt
      id = $name.example }
    remote { auth = pubkey
      id = $peer.example }
    children { net {
        local_ts = $local_ts
        remote_ts = $remote_ts
        esp_proposals = aes256gcm16-ecp256
        start_action = $action
        dpd_action = restart
        close_action = $action } }
} }
C
  STRONGSWAN_CONF="$folder/strongswan.conf" start "$name" "charon-$name" /usr/sbin/charon-systemd
}

swan() { local name=$1; shift; SWANCTL_DIR="$work/ike-$name/swanctl" STRONGSWAN_CONF="$work/ike-$name/strongswan.conf" swanctl "$@" --uri "unix://$work/ike-$name/vici.sock" >/dev/null 2>&1; }

tunnel_up() {
  until_true 20 "the far end of the tunnel is configured" swan closed --load-all
  until_true 20 "the near end of the tunnel is configured" swan station --load-all
}
