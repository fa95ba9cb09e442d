import { securityKey, u2f } from './device/key.js'
import { tell } from './story/tell.js'

tell('a U2F key', securityKey(u2f))
