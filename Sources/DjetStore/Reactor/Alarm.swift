/// A call at a time to come, on the reactor's thread. Of the times that are set, only the last one counts.
///
/// It is off until a time is set, and again when it is cancelled or no longer held.
package final class Alarm: Sendable {
    /// The number of the next call at the reactor; nil while the alarm is off.
    private let number = Guarded<UInt64?>(nil)
    private let call: @Sendable () -> Duration?

    /// - Parameter call: returns the pause before it is called again; nil for no more calls. It must not
    ///   block.
    package init(repeating call: @escaping @Sendable () -> Duration?) {
        self.call = call
    }

    /// - Parameter call: called once for each time that is set. It must not block.
    package convenience init(_ call: @escaping @Sendable () -> Void) {
        self.init(repeating: {
            call()
            return nil
        })
    }

    deinit {
        cancel()
    }

    /// Sets the time, in place of the one before.
    package func set(after pause: Duration) {
        set(at: .now + pause)
    }

    package func set(at time: ContinuousClock.Instant) {
        let next = Reactor.shared.nextID()
        replace(by: next)
        enter(next, at: time)
    }

    package func cancel() {
        replace(by: nil)
    }

    private func replace(by next: UInt64?) {
        let before = number.withLock { number in
            defer { number = next }
            return number
        }
        if let before { Reactor.shared.cancelAlarm(before) }
    }

    private func enter(_ id: UInt64, at time: ContinuousClock.Instant) {
        Reactor.shared.setAlarm(id, at: time) { [weak self] result in
            if case .success = result { self?.goOff(id) }
        }
    }

    private func goOff(_ id: UInt64) {
        guard number.withLock({ $0 == id }) else { return }
        let pause = call()
        let next = pause.map { _ in Reactor.shared.nextID() }
        // It may have been set anew, or cancelled, during the call.
        let isStillSet = number.withLock { number in
            guard number == id else { return false }
            number = next
            return true
        }
        if isStillSet, let next, let pause { enter(next, at: .now + pause) }
    }
}

/// Runs `body` and returns its result. If it takes longer than `limit`, calls `onAlarm` meanwhile, once.
///
/// The alarm does not end `body`: `onAlarm` makes it end, for instance by closing the connection that it
/// waits on. The alarm is due even if the task is cancelled, since `body` need not take notice of that.
///
/// - Parameter parts: the number of pauses that `limit` is divided into. After a freeze of this process, each
///   part still takes its time, in which `body` can read what has arrived meanwhile.
package func withAlarm<Result: Sendable>(
    after limit: Duration, in parts: Int = 1,
    _ body: () async throws -> Result, onAlarm: @escaping @Sendable () -> Void
) async rethrows -> Result {
    let rest = Guarded(parts)
    let alarm = Alarm(repeating: {
        let isOver = rest.withLock { rest in
            rest -= 1
            return rest == 0
        }
        if isOver { onAlarm() }
        return isOver ? nil : limit / parts
    })
    alarm.set(after: limit / parts)
    defer { alarm.cancel() }
    return try await body()
}
