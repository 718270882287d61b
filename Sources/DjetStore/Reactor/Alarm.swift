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
    // On the reactor: `body` itself may keep the default executor busy.
    let alarm = Task(executorPreference: Reactor.shared) {
        for _ in 1...parts { try await Reactor.shared.sleep(for: limit / parts) }
        try Task.checkCancellation()
        onAlarm()
    }
    defer { alarm.cancel() }
    return try await body()
}
