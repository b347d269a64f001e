#!/usr/bin/env sh
# Publishes the functions host for the machines of Flex Consumption, puts host.json and the functions of the endpoint table beside it, and sends the package.
set -eu
cd "$(dirname "$0")/.."
out=artifacts/functions
rm -rf "$out" "$out.zip"
dotnet publish src/ClaimsCloud.Functions -c Release -r linux-x64 --self-contained true -p:RestoreLockedMode=false -p:RestorePackagesWithLockFile=false -o "$out"
cp -R infra/functions/. "$out/"
(cd "$out" && zip -qr ../functions.zip .)
az functionapp deployment source config-zip --resource-group "$AZURE_RESOURCE_GROUP" --name "$FUNCTIONS_NAME" --src "$out.zip"
