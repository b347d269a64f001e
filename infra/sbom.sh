#!/usr/bin/env bash
# Bills of materials (CycloneDX 1.7, JSON) of everything that is shipped, into artifacts/sbom or the folder that is named: each package with its version, hash and licence. Restores what is not restored yet.
set -euo pipefail
cd "$(dirname "$0")/.."
out="$(mkdir -p "${1:-artifacts/sbom}" && cd "${1:-artifacts/sbom}" && pwd)"
export DOTNET_NOLOGO=1 DOTNET_CLI_TELEMETRY_OPTOUT=1
dotnet tool restore >/dev/null
[ -f src/ClaimsCloud.Functions/obj/project.assets.json ] || dotnet restore ClaimsCloud.sln --locked-mode -v quiet
for project in src/ClaimsCloud.Functions src/ClaimsCloud.Gateway src/ClaimsCloud.Portal src/ClaimsCloud.Cli edge/ClaimsCloud.Edge; do
  name="$(basename "$project")"
  dotnet tool run dotnet-CycloneDX -- "$project/$name.csproj" -o "$out" -fn "$name.json" -F Json -dpr -ed >/dev/null
done
