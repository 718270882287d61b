import Glibc

/// A client, its server, and the bytes on their way between them.
final class Link {
    /// The rest of the traffic before both ends are closed.
    enum Farewell {
        /// The client's bytes still go to the server.
        case toServer
        /// The client's bytes still go to the server, and its answer is awaited and dropped.
        case answer
        /// The server's bytes still go to the client.
        case toClient
    }

    /// The number of bytes read at a time.
    private static let bite = 65_536
    /// The number of bytes in a direction at which reading pauses.
    private static let room = 1 << 20

    let client: Int32
    let server: Int32
    /// The path that leads to the server.
    let path: String
    /// The client's process.
    let process: Int32
    var reader = FrontendReader()
    var filter: RingFilter?
    var toServer = Flow()
    var toClient = Flow()
    var farewell: Farewell?
    /// The time until which the bytes are held.
    var heldUntil: ContinuousClock.Instant?
    /// True if the bytes are held for ever, without an error at either end.
    var isSwallowed = false
    private(set) var isOver = false

    init(client: Int32, server: Int32, at path: String, filter: RingFilter?) {
        self.client = client
        self.server = server
        self.path = path
        self.filter = filter
        process = UnixSocket.process(behind: client)
    }

    func close() {
        guard !isOver else { return }
        isOver = true
        Glibc.close(client)
        Glibc.close(server)
    }

    func isHeld(_ now: ContinuousClock.Instant) -> Bool {
        isSwallowed || heldUntil.map { $0 > now } ?? false
    }

    /// Returns the poll events to wait for at the two ends.
    func interest(_ now: ContinuousClock.Instant) -> (client: Int16, server: Int16) {
        guard !isHeld(now) else { return (0, 0) }
        var (atClient, atServer) = (Int16(0), Int16(0))
        if farewell == nil, toServer.size < Self.room { atClient |= Int16(POLLIN) }
        if farewell == nil || farewell == .answer, toClient.size < Self.room { atServer |= Int16(POLLIN) }
        if let due = toServer.due, due <= now { atServer |= Int16(POLLOUT) }
        if let due = toClient.due, due <= now { atClient |= Int16(POLLOUT) }
        return (atClient, atServer)
    }

    /// Returns the time of the next change without an event; nil if there is none.
    func next(_ now: ContinuousClock.Instant) -> ContinuousClock.Instant? {
        if isSwallowed { return nil }
        if isHeld(now) { return heldUntil }
        return [toServer.due, toClient.due].compactMap(\.self).filter { $0 > now }.min()
    }

    /// Reads from one of the ends. Returns nil if there is nothing yet, and no bytes at the end of the
    /// stream.
    func read(from descriptor: Int32) -> [UInt8]? {
        var isOpen = true
        let bytes = [UInt8](unsafeUninitializedCapacity: Self.bite) { buffer, size in
            let count = recv(descriptor, buffer.baseAddress, Self.bite, 0)
            isOpen = count > 0 || count < 0 && (errno == EAGAIN || errno == EINTR)
            size = max(count, 0)
        }
        return bytes.isEmpty && isOpen ? nil : bytes
    }

    /// Sends the bytes that are due, and closes the link after the last ones of a farewell.
    func send(_ now: ContinuousClock.Instant) {
        guard !isOver, !isHeld(now) else { return }
        guard toServer.send(to: server, now) else { return end(saying: .toClient) }
        guard farewell == .toServer || farewell == .answer || toClient.send(to: client, now) else {
            return close()
        }
        switch farewell {
        case .toServer where toServer.isEmpty, .toClient where toClient.isEmpty: close()
        default: break
        }
    }

    func end(saying farewell: Farewell) {
        self.farewell = farewell
        switch farewell {
        case .toServer: toClient.removeAll()
        case .answer: break
        case .toClient: toServer.removeAll()
        }
    }
}
