const positive = ['StringEquals', 'StringEqualsIgnoreCase', 'StringLike', 'NumericEquals', 'DateEquals']
const negative = ['StringNotEquals', 'StringNotEqualsIgnoreCase', 'StringNotLike', 'NumericNotEquals', 'DateNotEquals']
const bounds = ['LessThan', 'LessThanEquals', 'GreaterThan', 'GreaterThanEquals']
const others = [
  'Bool',
  'BinaryEquals',
  'IpAddress',
  'NotIpAddress',
  'ArnEquals',
  'ArnLike',
  'ArnNotEquals',
  'ArnNotLike',
]

const single = [
  ...positive,
  ...negative,
  ...['Numeric', 'Date'].flatMap((type) => bounds.map((bound) => type + bound)),
  ...others,
]
const optional = single.flatMap((operator) => [operator, `${operator}IfExists`])

/** The operators of conditions, Null apart without and with IfExists, each behind the set operators as well. */
export const operators: readonly string[] = [
  ...optional,
  'Null',
  ...['ForAllValues', 'ForAnyValue'].flatMap((set) => optional.map((operator) => `${set}:${operator}`)),
]
