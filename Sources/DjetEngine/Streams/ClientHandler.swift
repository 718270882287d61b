import NIOCore

/// Detects on its connection that the client closes it, or its own direction of it.
final class ClientHandler: ChannelInboundHandler, RemovableChannelHandler {
    typealias InboundIn = NIOAny

    private let clients: Clients
    private var hasGone = false
    private var tell: (() -> Void)?

    init(_ clients: Clients) {
        self.clients = clients
    }

    /// Calls `tell` when the client goes, or at once if it has gone.
    func watch(_ tell: @escaping () -> Void) {
        if hasGone { tell() } else { self.tell = tell }
    }

    func endWatch() {
        tell = nil
    }

    func handlerAdded(context: ChannelHandlerContext) {
        // The read buffer stays with the connection. Most requests fit into the initial size; it grows where
        // longer ones come.
        let reads = AdaptiveRecvByteBufferAllocator(minimum: 256, initial: 1024, maximum: 65_536)
        context.channel.setOption(.recvAllocator, value: reads).whenFailure { _ in }
        // A connection that cannot be watched is closed.
        do { try context.keepWatch(clients) } catch { context.close(promise: nil) }
    }

    func userInboundEventTriggered(context: ChannelHandlerContext, event: Any) {
        if event as? ChannelEvent == .inputClosed { goes() }
        context.fireUserInboundEventTriggered(event)
    }

    func channelInactive(context: ChannelHandlerContext) {
        goes()
        context.fireChannelInactive()
    }

    private func goes() {
        hasGone = true
        tell?()
        tell = nil
    }
}
