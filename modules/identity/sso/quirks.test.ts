import { describe, expect, test } from 'vitest'
import { clientIdIn, introspectsItself, isJwt, repairedForm, repairedQuery } from './quirks.ts'

const URI = 'https://mcdt.tinh.gov.vn/sso/callback?module=sso&buoc=2'
const REGISTERED = {
  redirectUris: ['https://mcdt.tinh.gov.vn/sso/callback', URI],
  scopes: ['openid', 'dinh_danh', 'offline_access'],
}
const read = (query: string) => Object.fromEntries(new URLSearchParams(repairedQuery(query, REGISTERED)))

describe('the query of an existing client', () => {
  test('an unescaped address with ? and & is read whole, the longest registered one first', () => {
    const query = `response_type=code&client_id=mcdt&redirect_uri=${URI}&scope=openid&acr_values=LoA1`

    expect(read(query)).toEqual({
      response_type: 'code',
      client_id: 'mcdt',
      redirect_uri: URI,
      scope: 'openid dinh_danh',
      acr_values: 'LoA1',
    })
  })

  test('an unescaped address at the end, and one that was escaped, are read alike', () => {
    expect(read(`scope=openid&redirect_uri=${URI}`)['redirect_uri']).toBe(URI)
    expect(read(`redirect_uri=${encodeURIComponent(URI)}&x=1`)['redirect_uri']).toBe(URI)
  })

  test.each([
    ['longer than any registered', `redirect_uri=${URI}&buoc=3`, URI],
    ['another host', 'redirect_uri=https://mcdt.tinh.gov.vn.evil.example/sso/callback', undefined],
    ['a registered one inside of another', `redirect_uri=https://evil.example/?x=${URI}`, undefined],
    ['a path below a registered one', 'redirect_uri=https://mcdt.tinh.gov.vn/sso/callback/../x', undefined],
    ['in capitals', `redirect_uri=${URI.toUpperCase()}`, undefined],
  ])('an address that is %s is never made into a registered one', (_what, query, expected) => {
    const { redirect_uri: uri = '' } = read(query)

    expect(REGISTERED.redirectUris.includes(uri) ? uri : undefined).toBe(expected)
  })

  test('two addresses stay two, for the provider to refuse', () => {
    const query = `redirect_uri=${URI}&redirect_uri=https://evil.example/`

    expect(repairedQuery(query, REGISTERED)).toBe(query)
  })

  test('a state in base64 keeps its padding and its plus', () => {
    const state = 'YXV0aHxtYXBwaW5nfGNyZWF0ZUBodHRwczovL2EudmEvPz4+fn4='

    expect(read(`client_id=mcdt&state=${state}`)['state']).toBe(state)
  })

  test('the client is found wherever it stands, once', () => {
    expect(clientIdIn(`redirect_uri=${URI}&client_id=mcdt`)).toBe('mcdt')
    expect(clientIdIn('client_id=a-b-c&client_id=d-e-f')).toBeUndefined()
    expect(clientIdIn('x=1')).toBeUndefined()
  })
})

test('a field name loses its trailing blank, and nothing else', () => {
  expect(repairedForm('token=a.b.c&token_type_hint+=access_token&x=a%20b')).toBe(
    'token=a.b.c&token_type_hint=access_token&x=a+b',
  )
  expect(repairedForm('token_type_hint%20=access_token')).toBe('token_type_hint=access_token')
})

test('a token vouches for itself only when both are the same', () => {
  const token = 'x'.repeat(43)

  expect(introspectsItself(`Bearer ${token}`, `token=${token}&state=0`)).toBe(token)
  expect(introspectsItself(`Bearer ${token}`, `token=${token}x&state=0`)).toBeUndefined()
  expect(introspectsItself('Basic abc', `token=${token}`)).toBeUndefined()
  expect(introspectsItself(undefined, `token=${token}`)).toBeUndefined()
})

test('an ID token is told from an opaque one', () => {
  expect(isJwt('ab.cd.ef')).toBe(true)
  expect(isJwt('abcdef')).toBe(false)
  expect(isJwt(null)).toBe(false)
})
