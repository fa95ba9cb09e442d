import { ctap2, securityKey } from './device/key.js'
import { tell } from './story/tell.js'

tell('a CTAP2 key', securityKey(ctap2))
