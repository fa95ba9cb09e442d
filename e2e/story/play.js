import { mkdirSync } from 'node:fs'

/**
 * Plays the steps of a story as subtests, in order. A step begins where the one before it ended: after a failure there is nothing to begin
 * from, and no further step is played. PICTURES names a folder for a picture of how each step ends.
 */
export async function play(t, scene, steps) {
  let failed = false
  for (const [name, step] of Object.entries(steps)) {
    if (failed) return
    await t.test(name, async () => {
      try {
        await step(scene)
        scene.assertClean()
      } catch (error) {
        failed = true
        throw error
      } finally {
        await picture(scene.page, `${t.name} ${name}`)
      }
    })
  }
}

async function picture(page, name) {
  const folder = process.env.PICTURES
  if (!folder) return
  mkdirSync(folder, { recursive: true })
  await page.screenshot({ path: `${folder}/${name.replace(/[^\w.]+/g, '-').slice(0, 100)}.png` })
}
