import CLibPQ
import Foundation

/// The cancellation of a connection's current statement, from any thread.
///
/// The request goes over its own connection, which blocks, so each has a thread to itself.
final class CancelHandle: @unchecked Sendable {
    // Unchecked because of libpq's pointer, which never changes and is made for use beside its connection.
    private let pointer: OpaquePointer?

    init(_ connection: OpaquePointer) {
        pointer = PQgetCancel(connection)
    }

    deinit {
        PQfreeCancel(pointer)
    }

    /// Sends the request. Calls `hasReturned` once the server has passed it on: statements sent afterwards
    /// are not hit.
    func cancel(_ hasReturned: @escaping @Sendable () -> Void) {
        Thread.detachNewThread { [self] in
            var complaint = [CChar](repeating: 0, count: 256)
            // A failure is ignored: the statement then ends by itself.
            PQcancel(pointer, &complaint, 256)
            hasReturned()
        }
    }
}
