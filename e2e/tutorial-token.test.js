import { token } from './device/token.js'
import { tell } from './story/tell.js'

tell('a hardware token', token())
