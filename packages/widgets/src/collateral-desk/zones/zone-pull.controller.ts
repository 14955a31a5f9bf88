import type {LitElement, ReactiveController} from 'lit';
import {moveBox, resizeBox, type Box, type Edge, type Sheet} from './zone-place.model.ts';

/** A zone in the hand of somebody with a mouse, pen or finger. */
interface Pull {
  readonly index: number;
  readonly edge: Edge | undefined;
  readonly from: Box;
  readonly startX: number;
  readonly startY: number;
  /** Units of the page a pixel of the screen. */
  readonly scale: number;
  readonly sheet: Sheet;
  readonly least: number;
}

/** Pixels that a press may tremble without being a pull. */
const tremblePx = 3;

/** Moves and resizes zones by pointer: shows where a zone would be, and says so when it is let go. Escape gives it up. */
export class ZonePull implements ReactiveController {
  readonly #host: LitElement;
  readonly #done: (index: number, box: Box) => void;
  #pull: Pull | undefined;
  #box: Box | undefined;
  #end: AbortController | undefined;

  constructor(host: LitElement, done: (index: number, box: Box) => void) {
    this.#host = host;
    this.#done = done;
    host.addController(this);
  }

  hostDisconnected() {
    this.#stop();
  }

  /** Where the zone is that is being pulled. */
  get pulled(): {readonly index: number; readonly box: Box} | undefined {
    return this.#pull && this.#box ? {index: this.#pull.index, box: this.#box} : undefined;
  }

  begin(event: PointerEvent, index: number, edge: Edge | undefined, from: Box, {sheet, least}: {readonly sheet: Sheet; readonly least: number}): void {
    const zone = event.currentTarget as HTMLElement;
    const shown = zone.closest('.sheet')?.getBoundingClientRect();
    if (event.button !== 0 || !event.isPrimary || !shown?.width) return;
    this.#stop();
    this.#pull = {index, edge, from, startX: event.clientX, startY: event.clientY, scale: sheet.width / shown.width, sheet, least};
    const {signal} = (this.#end = new AbortController());
    zone.setPointerCapture(event.pointerId);
    zone.addEventListener('pointermove', each => this.#move(each), {signal});
    zone.addEventListener('pointerup', () => this.#drop(), {signal});
    zone.addEventListener('pointercancel', () => this.#stop(), {signal});
    zone.addEventListener('keydown', each => this.#onKey(each), {signal, capture: true});
  }

  #move({clientX, clientY}: PointerEvent) {
    const pull = this.#pull;
    if (!pull) return;
    const [dx, dy] = [clientX - pull.startX, clientY - pull.startY];
    if (!this.#box && Math.hypot(dx, dy) < tremblePx) return;
    const {edge, from, scale, sheet, least} = pull;
    this.#box = edge ? resizeBox(from, edge, dx * scale, dy * scale, sheet, least) : moveBox(from, dx * scale, dy * scale, sheet);
    this.#host.requestUpdate();
  }

  #drop() {
    const pulled = this.pulled;
    this.#stop();
    if (pulled) this.#done(pulled.index, pulled.box);
  }

  #onKey(event: KeyboardEvent) {
    if (event.key !== 'Escape' || !this.#box) return;
    // Of the pull, not of the dialog.
    event.preventDefault();
    event.stopPropagation();
    this.#stop();
  }

  #stop() {
    this.#end?.abort();
    this.#end = this.#pull = this.#box = undefined;
    this.#host.requestUpdate();
  }
}
