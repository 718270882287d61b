import NIOCore

/// The other end of a connection.
struct Client: Sendable {
    private let channel: any Channel

    init(_ channel: any Channel) {
        self.channel = channel
    }

    /// Calls `hasGone` when the client closes the connection, or its own direction of it: a client that reads
    /// a stream has nothing more to say. Only one watch at a time is kept.
    func watch(_ hasGone: @escaping @Sendable () -> Void) {
        onHandler { $0.watch(hasGone) }
    }

    func endWatch() {
        onHandler { $0.endWatch() }
    }

    /// Closes the connection, even while something is being written.
    func disconnect() {
        channel.close(promise: nil)
    }

    /// Tells the client to send the body of its request.
    func goAhead() {
        onArrival { $0.goAhead() }
    }

    /// Ends the connection after the bytes already written, once the client has had a moment to read them.
    func takeLeave() {
        onArrival { $0.takeLeave() }
    }

    private func onArrival(_ body: @escaping @Sendable (ArrivalHandler) -> Void) {
        channel.eventLoop.execute { [channel] in
            if let handler = try? channel.pipeline.syncOperations.handler(type: ArrivalHandler.self) {
                body(handler)
            }
        }
    }

    private func onHandler(_ body: @escaping @Sendable (ClientHandler) -> Void) {
        channel.eventLoop.execute { [channel] in
            if let handler = try? channel.pipeline.syncOperations.handler(type: ClientHandler.self) {
                body(handler)
            }
        }
    }
}
