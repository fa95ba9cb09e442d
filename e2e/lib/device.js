import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** The code that an authenticator with a base32 secret shows at a second since 1970. */
export function codeAt(secret, second) {
  return execFileSync('oathtool', ['--totp', '-b', secret, '--now', `@${Math.floor(second)}`])
    .toString()
    .trim()
}

/** Two codes that follow each other, the second of them from the step of the given second. */
export function twoCodes(secret, second) {
  return [codeAt(secret, second - 30), codeAt(secret, second)]
}

/** What a camera reads from the picture of a QR code on the screen. */
export async function readQR(picture) {
  const folder = mkdtempSync(join(tmpdir(), 'cardea-qr-'))
  try {
    const path = join(folder, 'qr.png')
    await picture.screenshot({ path })
    return execFileSync('zbarimg', ['--quiet', '--raw', '-Sdisable', '-Sqrcode.enable', path], {
      stdio: ['ignore', 'pipe', 'ignore'],
    })
      .toString()
      .trim()
  } finally {
    rmSync(folder, { recursive: true })
  }
}
