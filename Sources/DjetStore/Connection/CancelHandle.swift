import CLibPQ
import Foundation

/// Cancels what a connection is doing, from any thread.
///
/// The request goes over a connection of its own, which blocks: each has a thread to itself.
final class CancelHandle: @unchecked Sendable {
    // Unchecked because of libpq's pointer, which never changes and is made for use beside its connection.
    private let pointer: OpaquePointer?

    init(_ connection: OpaquePointer) {
        pointer = PQgetCancel(connection)
    }

    deinit {
        PQfreeCancel(pointer)
    }

    /// Calls `hasReturned` once the server has passed the request on: what is sent afterwards is not hit.
    func cancel(_ hasReturned: @escaping @Sendable () -> Void) {
        Thread.detachNewThread { [self] in
            var complaint = [CChar](repeating: 0, count: 256)
            // A failure is left at that: the statement then ends by itself.
            PQcancel(pointer, &complaint, 256)
            hasReturned()
        }
    }
}
