import DjetStore
import NIOCore

/// The first handler of each connection: it admits the client or not, and counts the bytes before anybody
/// reads them.
final class ArrivalHandler: ChannelDuplexHandler, RemovableChannelHandler {
    typealias InboundIn = ByteBuffer
    typealias InboundOut = ByteBuffer
    typealias OutboundIn = ByteBuffer
    typealias OutboundOut = ByteBuffer

    /// The time that a dismissed client may take to read its farewell.
    private static let leave = TimeAmount.seconds(1)

    private let clients: Clients
    private let watch: (ConnectedClient) -> Void
    private var context: ChannelHandlerContext?
    private var client: ConnectedClient?
    private var id: UInt64?
    /// True once the client was dismissed; what it still sends is dropped.
    private var isLeaving = false

    /// - Parameter watch: is called with the client once it is admitted.
    init(_ clients: Clients, watch: @escaping (ConnectedClient) -> Void) {
        self.clients = clients
        self.watch = watch
    }

    func handlerAdded(context: ChannelHandlerContext) {
        self.context = context
        if context.channel.isActive { arrive(context.channel) }
    }

    func handlerRemoved(context: ChannelHandlerContext) {
        self.context = nil
    }

    func channelActive(context: ChannelHandlerContext) {
        arrive(context.channel)
        context.fireChannelActive()
    }

    func channelInactive(context: ChannelHandlerContext) {
        if let id { clients.leave(id) }
        id = nil
        context.fireChannelInactive()
    }

    func read(context: ChannelHandlerContext) {
        client?.pace.withLock { $0.asks(at: .now) }
        context.read()
    }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        guard !isLeaving else { return }
        let count = unwrapInboundIn(data).readableBytes
        client?.pace.withLock { $0.hears(count, at: .now, clients.limits) }
        context.fireChannelRead(data)
    }

    func channelReadComplete(context: ChannelHandlerContext) {
        // Bytes that nobody has read would make the system drop what the client is told.
        if isLeaving { context.read() }
        context.fireChannelReadComplete()
    }

    func channelWritabilityChanged(context: ChannelHandlerContext) {
        let isStuck = !context.channel.isWritable
        client?.pace.withLock { $0.isStuck(isStuck, at: .now) }
        context.fireChannelWritabilityChanged()
    }

    /// Tells the client why it has to go, and ends the connection.
    func dismiss(_ farewell: Farewell) {
        guard let context, !isLeaving else { return }
        context.writeAndFlush(wrapOutboundOut(farewell.bytes), promise: nil)
        takeLeave()
    }

    /// Ends the connection after what has been written, once the client has had a second to read it.
    func takeLeave() {
        guard let context, !isLeaving else { return }
        isLeaving = true
        guard clients.mayTakeLeave() else { return context.close(promise: nil) }
        context.close(mode: .output, promise: nil)
        context.read()
        let (channel, clients) = (context.channel, clients)
        channel.closeFuture.whenComplete { _ in clients.endsLeave() }
        context.eventLoop.scheduleTask(in: Self.leave) { channel.close(promise: nil) }
    }

    /// Tells the client to send the body of its request. `100 Continue` does not count as an answer.
    func goAhead() {
        guard let context, !isLeaving else { return }
        context.writeAndFlush(
            wrapOutboundOut(ByteBuffer(string: "HTTP/1.1 100 Continue\r\n\r\n")), promise: nil)
    }

    private func arrive(_ channel: any Channel) {
        guard client == nil else { return }
        let client = ConnectedClient(channel)
        self.client = client
        switch clients.admit(client) {
        case .admitted(let id):
            self.id = id
            watch(client)
        case .refused(let farewell): dismiss(farewell)
        }
    }
}
