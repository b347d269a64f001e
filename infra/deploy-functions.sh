#!/usr/bin/env bash
# Publishes the functions host for the machines of Flex Consumption, puts host.json and the functions of the endpoint table beside it, and sends the package.
# Beside it stand the bills of materials (artifacts/sbom). With --package it only makes artifacts/functions.zip.
set -euo pipefail
cd "$(dirname "$0")/.."
out="$PWD/artifacts/functions"
work="$(mktemp -d)"
trap 'rm -rf "$work"' EXIT
rm -rf "$out" "$out.zip"
# From a copy without lock files: those of the repository name no runtime, and a build must not change them.
git ls-files -z src 'Directory.*' global.json .editorconfig BannedSymbols.txt | grep -zv 'packages.lock.json$' | xargs -0 cp --parents -t "$work"
(cd "$work" && dotnet publish src/ClaimsCloud.Functions -c Release -r linux-x64 --self-contained -v quiet -o "$out" -p:RestorePackagesWithLockFile=false -p:DebugType=none -p:RunAnalyzers=false)
cp -R infra/functions/. "$out/"
infra/sbom.sh
(cd "$out" && zip -qr ../functions.zip .)
[ "${1:-}" = --package ] || az functionapp deployment source config-zip --resource-group "$AZURE_RESOURCE_GROUP" --name "$FUNCTIONS_NAME" --src "$out.zip"
