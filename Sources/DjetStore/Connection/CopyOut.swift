/// The bytes of a `copy … to stdout`.
///
/// Each element holds whole rows: at most 64 KiB and the row that exceeds it. The server is read only as fast
/// as elements are requested. Abandoning an iteration cancels the statement, which fails the transaction
/// around it.
public struct CopyOut: AsyncSequence, Sendable {
    /// The bytes of some rows.
    public typealias Element = [UInt8]

    let connection: Connection
    let statement: Statement

    /// Returns an iterator, which runs the statement anew.
    public func makeAsyncIterator() -> Iterator {
        Iterator(connection: connection, statement: statement)
    }

    /// An iterator that runs the statement and returns its bytes.
    public final class Iterator: AsyncIteratorProtocol {
        private enum Progress { case notBegun, underWay(UInt64), over }

        private let connection: Connection
        private let statement: Statement
        private var progress = Progress.notBegun

        init(connection: Connection, statement: Statement) {
            self.connection = connection
            self.statement = statement
        }

        deinit {
            abandon()
        }

        /// Returns the bytes of the next rows; nil at the end. Throws `StoreError`, or `CancellationError`.
        public func next() async throws -> [UInt8]? {
            if case .notBegun = progress {
                progress = .over
                progress = .underWay(try await connection.beginCopy(statement, .receiveRows))
            }
            guard case .underWay(let copy) = progress else { return nil }
            do {
                try Task.checkCancellation()
                let signal = try await connection.goOn(copy: copy) { $0.receiveMore(waiter: $1) }
                if case .bytes(let bytes) = signal { return bytes }
                progress = .over
                return nil
            } catch {
                abandon()
                throw error
            }
        }

        private func abandon() {
            guard case .underWay(let copy) = progress else { return }
            progress = .over
            connection.act { $0.abandonCopy(copy) }
        }
    }
}
