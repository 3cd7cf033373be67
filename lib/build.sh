#!/usr/bin/env bash
# Run by the deployer, in this directory, before it looks at the functions: makes their zips.
set -euo pipefail
exec ../scripts/package
