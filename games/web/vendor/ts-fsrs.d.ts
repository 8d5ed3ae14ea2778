/** The part of ts-fsrs that the page uses. */

export const Rating: { Again: 1; Hard: 2; Good: 3; Easy: 4 };

export interface MemoryState {
  stability: number;
  difficulty: number;
}

export class FSRS {
  constructor(parameters: {
    w: number[];
    request_retention: number;
    maximum_interval: number;
    enable_fuzz: boolean;
  });
  next_state(memory: MemoryState | null, elapsedDays: number, rating: number): MemoryState;
  next_interval(stability: number, elapsedDays: number): number;
}
