/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

/**
 * Goes through the fields of one protobuf message. Ends early, and says so,
 * where the bytes are no such message.
 * https://protobuf.dev/programming-guides/encoding/
 */
export class MessageReader {
  readonly bytes: Uint8Array;
  readonly #end: number;
  #position: number;
  /** The field's number. */
  field = 0;
  /** Of a number: its value; 0 otherwise. */
  value = 0;
  /** Of text, bytes and messages: where they are; empty otherwise. */
  start = 0;
  end = 0;
  isBroken = false;

  constructor(bytes: Uint8Array, start: number, end: number) {
    this.bytes = bytes;
    this.#position = start;
    this.#end = end;
  }

  /** Whether there is another field. */
  next(): boolean {
    if (this.#position >= this.#end || this.isBroken) {
      return false;
    }
    const tag = this.#readNumber();
    this.field = Math.floor(tag / 8);
    this.value = 0;
    this.start = this.#position;
    switch (tag % 8) {
      case 0:
        this.value = this.#readNumber();
        this.start = this.#position;
        break;
      case 1:
        this.#position += 8;
        break;
      case 2: {
        const length = this.#readNumber();
        this.start = this.#position;
        this.#position += length;
        break;
      }
      case 5:
        this.#position += 4;
        break;
      default:
        this.isBroken = true;
    }
    this.end = this.#position;
    this.isBroken ||= this.#position > this.#end || this.field === 0;
    return !this.isBroken;
  }

  /** The message in this field. */
  open(): MessageReader {
    return new MessageReader(this.bytes, this.start, this.end);
  }

  content(): Uint8Array {
    return this.bytes.subarray(this.start, this.end);
  }

  /** Numbers that a double cannot hold are rounded. */
  #readNumber(): number {
    let value = 0;
    let factor = 1;
    for (let count = 0; count < 10; count++) {
      if (this.#position >= this.#end) {
        break;
      }
      const byte = this.bytes[this.#position];
      this.#position++;
      value += (byte & 0x7f) * factor;
      if (byte < 0x80) {
        return value;
      }
      factor *= 128;
    }
    this.isBroken = true;
    return value;
  }
}
