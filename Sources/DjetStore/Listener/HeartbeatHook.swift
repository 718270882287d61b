/// Regular work on the listening connection, the one session that a process keeps.
package struct HeartbeatHook: Sendable {
    /// The longest interval between beats.
    package let interval: Duration
    /// Runs on every new connection, before anybody is told to look.
    package let begin: @Sendable (Connection) async throws -> Void
    /// Runs on every beat.
    package let beat: @Sendable (Connection) async throws -> Void

    package init(
        interval: Duration = .seconds(60),
        begin: @escaping @Sendable (Connection) async throws -> Void,
        beat: @escaping @Sendable (Connection) async throws -> Void
    ) {
        self.interval = interval
        self.begin = begin
        self.beat = beat
    }
}
