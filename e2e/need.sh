#!/bin/sh
# What the browser suite needs of the machine: Chromium, a reader of QR codes and an authenticator. On Debian root gets what is missing; others are told.
set -eu
missing=
command -v "${CHROMIUM:-chromium}" >/dev/null || missing="$missing chromium fonts-liberation"
command -v zbarimg >/dev/null || missing="$missing zbar-tools"
command -v oathtool >/dev/null || missing="$missing oathtool"
[ -n "$missing" ] || exit 0
if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null; then
	apt-get update -qq
	# shellcheck disable=SC2086 # several packages
	DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends $missing
	exit 0
fi
echo "The browser suite needs$missing. On Debian: sudo apt-get install --no-install-recommends$missing" >&2
exit 1
