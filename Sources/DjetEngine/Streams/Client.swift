import NIOCore

/// The other end of a connection.
struct Client: Sendable {
    private let channel: any Channel

    init(_ channel: any Channel) {
        self.channel = channel
    }

    /// Calls `hasGone` when the client closes the connection, or its own direction of it: who has asked for a
    /// stream has nothing more to say. One watch at a time.
    func watch(_ hasGone: @escaping @Sendable () -> Void) {
        onHandler { $0.watch(hasGone) }
    }

    func endWatch() {
        onHandler { $0.endWatch() }
    }

    /// Breaks the connection off, whatever is being written.
    func disconnect() {
        channel.close(promise: nil)
    }

    /// Puts a handler before all others, next to the network.
    func pass(_ handler: some ChannelHandler & Sendable) {
        channel.eventLoop.execute { [channel] in
            try? channel.pipeline.syncOperations.addHandler(handler, position: .first)
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
