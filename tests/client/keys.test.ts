import { describe, expect, it } from 'vitest'
import { actionOf, isTyping } from '../../client/parts/floor/keys.ts'

const press = (key: string, more: { ctrlKey?: boolean; altKey?: boolean } = {}) => ({
  key,
  ctrlKey: false,
  metaKey: false,
  altKey: false,
  ...more,
})
const awake = { typing: false, singleKeys: true }

describe('the keys of a room', () => {
  it('are F2, F6, Ctrl+D, H and ?', () => {
    expect(actionOf(press('F2'), awake)).toBe('dock')
    expect(actionOf(press('F6'), awake)).toBe('region')
    expect(actionOf(press('d', { ctrlKey: true }), awake)).toBe('microphone')
    expect(actionOf(press('h'), awake)).toBe('hand')
    expect(actionOf(press('?'), awake)).toBe('list')
  })

  it('are the same keys where they write Arabic', () => {
    expect(actionOf(press('ا'), awake)).toBe('hand')
    expect(actionOf(press('؟'), awake)).toBe('list')
    expect(actionOf(press('ا'), { ...awake, typing: true })).toBeNull()
  })

  it('sleep in a field, and when the person turned them off', () => {
    expect(actionOf(press('h'), { ...awake, typing: true })).toBeNull()
    expect(actionOf(press('h'), { ...awake, singleKeys: false })).toBeNull()
    expect(actionOf(press('F2'), { typing: true, singleKeys: false })).toBe('dock')
  })

  it('leave the browser its own', () => {
    expect(actionOf(press('h', { ctrlKey: true }), awake)).toBeNull()
    expect(actionOf(press('F6', { altKey: true }), awake)).toBeNull()
  })

  it('know a field when focus is in one', () => {
    const paper = document.createElement('p')
    paper.setAttribute('contenteditable', 'true')
    const bold = paper.appendChild(document.createElement('b'))
    expect(isTyping(bold)).toBe(true)
    expect(isTyping(document.createElement('button'))).toBe(false)
  })
})
