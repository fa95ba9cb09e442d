import { virtualDevice } from './device/virtual.js'
import { tell } from './story/tell.js'

tell('a virtual device', virtualDevice())
