// Puts beside each file of the built console what it is with Brotli, for the server to send. With gzip the server compresses by itself.
import { readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { brotliCompress, constants } from 'node:zlib'

const folder = new URL('../console/dist/app/', import.meta.url).pathname
const params = { [constants.BROTLI_PARAM_QUALITY]: 10 }

const names = await readdir(folder, { recursive: true })
await Promise.all(names.filter((name) => /\.(js|css|svg|html)$/.test(name)).map((name) => compress(join(folder, name))))

async function compress(path) {
  const plain = await readFile(path)
  const small = await promisify(brotliCompress)(plain, { params })
  if (small.length < plain.length) await writeFile(`${path}.br`, small)
}
