import { BlockList } from 'node:net'
import type { SyncNetwork } from '#platform/config-values'

/** The code of the agency whose network an address is in. The narrowest network that has it speaks. */
export function agencyOfNetwork(networks: readonly SyncNetwork[]): (address: string) => string | undefined {
  const lists = [...networks]
    .sort((a, b) => b.prefix - a.prefix)
    .map(({ address, prefix, agencyCode }) => {
      const list = new BlockList()
      list.addSubnet(address, prefix, address.includes(':') ? 'ipv6' : 'ipv4')
      return { list, agencyCode }
    })
  return (given) => {
    const address = given.replace(/^::ffff:(?=\d+\.)/, '')
    const family = address.includes(':') ? 'ipv6' : 'ipv4'
    return lists.find(({ list }) => list.check(address, family))?.agencyCode
  }
}
