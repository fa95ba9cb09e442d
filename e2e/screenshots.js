// Pictures of every page, light and dark, wide and at 320 px, into the folder pictures, and what axe finds on each and whether it scrolls sideways.
import { mkdirSync } from 'node:fs'
import { violations } from './lib/axe.js'
import { newContext, startBrowser } from './lib/browser.js'
import { newUser, signIn } from './lib/people.js'
import { startServer } from './lib/server.js'

const folder = new URL('pictures/', import.meta.url).pathname
const pages = {
  home: '/console/',
  support: '/console/support',
  dashboard: '/console/iam',
  users: '/console/iam/users',
  'create-user': '/console/iam/users/create',
  user: '/console/iam/users/MFAUser',
  credentials: '/console/iam/users/MFAUser?tab=credentials',
  groups: '/console/iam/groups',
  'create-group': '/console/iam/groups/create',
  policies: '/console/iam/policies',
  'create-policy': '/console/iam/policies/create',
  roles: '/console/iam/roles',
  'account-settings': '/console/iam/account-settings',
  'credential-report': '/console/iam/credential-report',
  simulator: '/console/iam/simulator',
  mine: '/console/security-credentials',
  ec2: '/console/ec2',
  instances: '/console/ec2/instances',
  'key-pairs': '/console/ec2/key-pairs',
  'security-groups': '/console/ec2/security-groups',
  volumes: '/console/ec2/volumes',
  s3: '/console/services/s3',
  missing: '/console/nowhere',
  sessions: '/sessions',
  'switch-role': '/switchrole',
}

mkdirSync(folder, { recursive: true })
const server = await startServer()
const browser = await startBrowser()
try {
  for (const colorScheme of ['light', 'dark']) {
    const { context } = await newContext(browser, server, { colorScheme, reducedMotion: 'reduce' })
    const page = await context.newPage()
    await page.goto(server.signIn)
    await picture(page, 'sign-in', colorScheme)
    await signIn(page, server, server.administrator.user, server.administrator.password)
    if (colorScheme === 'light') await newUser(context, 'MFAUser', 'A quiet morning, 7 geese')
    for (const [name, path] of Object.entries(pages)) {
      await page.goto(path)
      await page.waitForLoadState('networkidle')
      await picture(page, name, colorScheme)
    }
    await context.close()
  }
} finally {
  await browser.close()
  await server.stop()
}

async function picture(page, name, colorScheme) {
  for (const [size, width] of [
    ['wide', 1280],
    ['narrow', 320],
  ]) {
    await page.setViewportSize({ width, height: 900 })
    await page.screenshot({ path: `${folder}${name}-${colorScheme}-${size}.png`, fullPage: true })
    const sideways = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)
    if (sideways > 0) console.log(`${name} ${colorScheme} ${size}: scrolls sideways by ${sideways} px`)
  }
  await page.setViewportSize({ width: 1280, height: 900 })
  for (const each of await violations(page)) console.log(`${name} ${colorScheme}: ${each}`)
}
