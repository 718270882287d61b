/// What somebody has to do on the listening connection, because it is the one session that a process keeps.
package struct ListenerDuty: Sendable {
    /// How often it wants a beat, at least.
    package let interval: Duration
    /// Done on every new connection, before anybody is told to look.
    package let begin: @Sendable (Connection) async throws -> Void
    /// Done on every beat.
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
