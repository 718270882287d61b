/// The bytes of a `copy … to stdout`.
///
/// Each element holds some whole rows, 64 KiB or a little more at the most. The server is read only as fast
/// as the elements are asked for. An iteration that is given up cancels the statement, which fails the
/// transaction around it.
public struct CopyOut: AsyncSequence, Sendable {
    /// Bytes of some rows.
    public typealias Element = [UInt8]

    let connection: Connection
    let statement: Statement

    /// Starts anew: each iterator runs the statement.
    public func makeAsyncIterator() -> Iterator {
        Iterator(connection: connection, statement: statement)
    }

    /// Runs the statement and hands over its bytes.
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

        /// The bytes of the next rows; nil at the end. Throws `StoreError`, or `CancellationError`.
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
