import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'

// The Go package console embeds what is built here. Vite empties a folder outside its root only when told to.
export default defineConfig({
  base: '/console/',
  plugins: [react()],
  build: {
    outDir: '../console/dist/app',
    emptyOutDir: true,
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    target: 'es2023',
  },
  server: {
    proxy: {
      '/console/api': 'http://localhost:4567',
      '/console/session': 'http://localhost:4567',
      '/signin': 'http://localhost:4567',
      '/signout': 'http://localhost:4567',
    },
  },
})
