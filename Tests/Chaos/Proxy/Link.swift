import Glibc

/// A client and its server, and what is on its way between them.
final class Link {
    /// What is left to do before both are left.
    enum Farewell {
        /// What the client has sent goes to the server.
        case toServer
        /// The same, and the server's answer is waited for, and goes nowhere.
        case answer
        /// What the server has said goes to the client.
        case toClient
    }

    /// What is read at a time.
    private static let bite = 65_536
    /// So much waits here at most.
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
    /// Until when its bytes stay where they are.
    var heldUntil: ContinuousClock.Instant?
    /// Whether its bytes stay where they are for ever. Neither end is told.
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

    /// What to wait for at the two ends.
    func interest(_ now: ContinuousClock.Instant) -> (client: Int16, server: Int16) {
        guard !isHeld(now) else { return (0, 0) }
        var (atClient, atServer) = (Int16(0), Int16(0))
        if farewell == nil, toServer.size < Self.room { atClient |= Int16(POLLIN) }
        if farewell == nil || farewell == .answer, toClient.size < Self.room { atServer |= Int16(POLLIN) }
        if let due = toServer.due, due <= now { atServer |= Int16(POLLOUT) }
        if let due = toClient.due, due <= now { atClient |= Int16(POLLOUT) }
        return (atClient, atServer)
    }

    /// When something changes here by itself.
    func next(_ now: ContinuousClock.Instant) -> ContinuousClock.Instant? {
        if isSwallowed { return nil }
        if isHeld(now) { return heldUntil }
        return [toServer.due, toClient.due].compactMap(\.self).filter { $0 > now }.min()
    }

    /// Reads from one of its ends: nil if there is nothing, empty at the end.
    func read(from descriptor: Int32) -> [UInt8]? {
        var isOpen = true
        let bytes = [UInt8](unsafeUninitializedCapacity: Self.bite) { buffer, size in
            let count = recv(descriptor, buffer.baseAddress, Self.bite, 0)
            isOpen = count > 0 || count < 0 && (errno == EAGAIN || errno == EINTR)
            size = max(count, 0)
        }
        return bytes.isEmpty && isOpen ? nil : bytes
    }

    /// Sends what is due, and closes when all that was to be said has been said.
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
