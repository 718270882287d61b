import CLibPQ
import Foundation
import Synchronization

/// Reads rows by plain libpq with the least work possible: the calling thread waits for the answer, on a
/// connection that nobody else uses meanwhile.
final class PlainRows: Sendable {
    /// Unchecked because one thread after the other may use a libpq connection.
    private struct Connection: @unchecked Sendable {
        let pointer: OpaquePointer?
    }

    struct Failure: Error {
        let text: String
    }

    private let idle = Mutex<[Connection]>([])
    private let connectionString: String

    init(_ connectionString: String) {
        self.connectionString = connectionString
    }

    /// Returns the row with this number as JSON. Its texts need no escapes.
    func json(_ id: Int) throws -> String {
        let connection = try idle.withLock { $0.popLast() } ?? open()
        defer { idle.withLock { $0.append(connection) } }
        let result = "\(id)".withCString { text in
            PQexecPrepared(connection.pointer, "row", 1, [text], nil, nil, 0)
        }
        defer { PQclear(result) }
        guard PQresultStatus(result) == PGRES_TUPLES_OK, PQntuples(result) == 1 else {
            throw Failure(text: String(cString: PQerrorMessage(connection.pointer)))
        }
        let values = (0..<Int32(3)).map { String(cString: PQgetvalue(result, 0, $0)) }
        return #"{"id":\#(values[0]),"path":"\#(values[1])","title":"\#(values[2])"}"#
    }

    private func open() throws -> Connection {
        let pointer = PQconnectdb(connectionString)
        let result = PQprepare(pointer, "row", "select id, path, title from djet.node where id = $1", 0, nil)
        defer { PQclear(result) }
        guard PQresultStatus(result) == PGRES_COMMAND_OK else {
            throw Failure(text: String(cString: PQerrorMessage(pointer)))
        }
        return Connection(pointer: pointer)
    }
}
