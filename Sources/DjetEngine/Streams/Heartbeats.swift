import HeapModule

/// The times at which the streams are due for a heartbeat. Each has times of its own, so that thousands are
/// not written to at once.
struct Heartbeats {
    private struct Beat: Comparable {
        let time: ContinuousClock.Instant
        let id: UInt64

        static func < (one: Beat, other: Beat) -> Bool { one.time < other.time }
    }

    private let interval: Duration
    private var beats = Heap<Beat>()

    init(every interval: Duration) {
        self.interval = interval
    }

    /// Returns the time when the next stream is due. A stream that is added meanwhile is not due earlier.
    func next(after now: ContinuousClock.Instant) -> ContinuousClock.Instant {
        beats.min?.time ?? now + interval
    }

    mutating func add(_ id: UInt64, at now: ContinuousClock.Instant) {
        beats.insert(Beat(time: now + interval, id: id))
    }

    /// Takes the streams that are due. Closed streams are dropped.
    mutating func takeDue(at now: ContinuousClock.Instant, ifOpen isOpen: (UInt64) -> Bool) -> [UInt64] {
        var due: [UInt64] = []
        while let beat = beats.min, beat.time <= now {
            beats.removeMin()
            guard isOpen(beat.id) else { continue }
            due.append(beat.id)
            beats.insert(Beat(time: time(after: beat.time, later: now), id: beat.id))
        }
        return due
    }

    /// Returns the next time, in whole intervals: streams that were late together would otherwise stay
    /// together.
    private func time(
        after time: ContinuousClock.Instant, later now: ContinuousClock.Instant
    ) -> ContinuousClock.Instant {
        var time = time
        repeat { time += interval } while time <= now
        return time
    }
}
