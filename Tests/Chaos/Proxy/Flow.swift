import DequeModule
import Glibc

/// Bytes on their way in one direction.
struct Flow {
    private struct Piece {
        var bytes: [UInt8]
        let due: ContinuousClock.Instant
        var sent = 0
    }

    private var pieces = Deque<Piece>()
    private(set) var size = 0

    var isEmpty: Bool { pieces.isEmpty }
    /// The time at which the next bytes may go on; nil if there are none.
    var due: ContinuousClock.Instant? { pieces.first?.due }

    mutating func add(_ bytes: [UInt8], due: ContinuousClock.Instant) {
        guard !bytes.isEmpty else { return }
        size += bytes.count
        pieces.append(Piece(bytes: bytes, due: due))
    }

    mutating func removeAll() {
        pieces = []
        size = 0
    }

    /// Sends the bytes that are due, as far as there is room. Returns false if the other end is gone.
    mutating func send(to descriptor: Int32, _ now: ContinuousClock.Instant) -> Bool {
        while let piece = pieces.first, piece.due <= now {
            let count = piece.bytes.withUnsafeBytes { bytes in
                Glibc.send(
                    descriptor, bytes.baseAddress.map { $0 + piece.sent }, bytes.count - piece.sent,
                    Int32(MSG_NOSIGNAL))
            }
            guard count >= 0 else { return errno == EAGAIN || errno == EINTR }
            size -= count
            pieces[0].sent += count
            guard pieces[0].sent == piece.bytes.count else { return true }
            pieces.removeFirst()
        }
        return true
    }
}
