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
        private enum Progress { case notBegun, underWay, over }

        private let connection: Connection
        private let statement: Statement
        private var progress = Progress.notBegun

        init(connection: Connection, statement: Statement) {
            self.connection = connection
            self.statement = statement
        }

        deinit {
            guard progress == .underWay else { return }
            connection.cancelStatement()
            connection.act { $0.abandonCopy() }
        }

        /// The bytes of the next rows; nil at the end. Throws `StoreError`.
        public func next() async throws -> [UInt8]? {
            switch progress {
            case .over: return nil
            case .underWay: break
            case .notBegun:
                progress = .over
                try await connection.beginCopy(statement)
                progress = .underWay
            }
            do {
                if case .bytes(let bytes) = try await connection.signal({ $0.receiveMore(waiter: $1) }) {
                    return bytes
                }
                progress = .over
                return nil
            } catch {
                progress = .over
                throw error
            }
        }
    }
}
