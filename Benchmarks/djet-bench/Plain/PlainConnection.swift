import CLibPQ
import DjetStore
import Glibc

/// A connection as a C program would use it: the calling thread waits in libpq for the answer.
final class PlainConnection {
    private let pointer: OpaquePointer?
    private var names: [String: String] = [:]

    init(_ connectionString: String) throws {
        pointer = PQconnectdb(connectionString)
        guard PQstatus(pointer) == CONNECTION_OK, PQenterPipelineMode(pointer) == 1 else { throw failure }
    }

    deinit {
        PQfinish(pointer)
    }

    /// Sends segments in one flush, each a transaction of its own. Their answers must be taken in this order.
    func send(_ segments: [Statement]...) throws {
        for segment in segments {
            for statement in segment { try put(statement) }
            guard PQpipelineSync(pointer) == 1 else { throw failure }
        }
        guard PQflush(pointer) == 0 else { throw failure }
    }

    /// Returns the first value of the next segment's last statement; nil without rows.
    func answer() throws -> String? {
        try answers().first
    }

    /// Returns the first value of each row of the next segment's last statement.
    func answers() throws -> [String] {
        var values: [String] = []
        var problem: (any Error)?
        while true {
            // Nil ends each statement's answer.
            guard let result = PQgetResult(pointer) else { continue }
            defer { PQclear(result) }
            switch PQresultStatus(result) {
            case PGRES_PIPELINE_SYNC:
                // Thrown only here: before the sync, the server has not yet finished the statement.
                if let problem { throw problem }
                return values
            case PGRES_TUPLES_OK:
                values = (0..<PQntuples(result)).map { String(cString: PQgetvalue(result, $0, 0)) }
            case PGRES_COMMAND_OK, PGRES_PIPELINE_ABORTED: break
            case PGRES_FATAL_ERROR where Self.isCancelled(result): problem = Stopped()
            default: throw failure
            }
        }
    }

    /// Sends one segment and waits for its answer.
    func ask(_ segment: Statement...) throws -> String? {
        try send(segment)
        return try answer()
    }

    /// Waits until the server cancels a statement. Throws if the statement ends otherwise.
    func waitForStop(of statement: Statement) throws {
        do {
            _ = try ask(statement)
        } catch is Stopped {
            return
        }
        throw BenchError("plain libpq: a query has ended that was to be stopped")
    }

    /// Waits for a ring on a channel to which the connection listens. Throws after ten seconds.
    func waitForRing() throws {
        while true {
            var hasRung = false
            while let notification = PQnotifies(pointer) {
                PQfreemem(notification)
                hasRung = true
            }
            if hasRung { return }
            var socket = pollfd(fd: PQsocket(pointer), events: Int16(POLLIN), revents: 0)
            guard poll(&socket, 1, 10_000) == 1, PQconsumeInput(pointer) == 1 else {
                throw BenchError("a ring has not arrived in ten seconds")
            }
        }
    }

    // MARK: Parts

    private struct Stopped: Error {}

    private static func isCancelled(_ result: OpaquePointer) -> Bool {
        guard let state = PQresultErrorField(result, Int32(UInt8(ascii: "C"))) else { return false }
        return String(cString: state) == SQLState.queryCanceled.rawValue
    }

    private func put(_ statement: Statement) throws {
        let name = try name(of: statement)
        let values = statement.parameters.map { parameter -> UnsafePointer<CChar>? in
            guard case .text(let text) = parameter else { return nil }
            return UnsafePointer(strdup(text))
        }
        defer { for value in values { free(UnsafeMutableRawPointer(mutating: value)) } }
        guard PQsendQueryPrepared(pointer, name, Int32(values.count), values, nil, nil, 0) == 1 else {
            throw failure
        }
    }

    private func name(of statement: Statement) throws -> String {
        if let name = names[statement.text] { return name }
        let name = "plain_\(names.count)"
        guard PQsendPrepare(pointer, name, statement.text, 0, nil) == 1 else { throw failure }
        names[statement.text] = name
        return name
    }

    private var failure: BenchError {
        BenchError("plain libpq: \(String(cString: PQerrorMessage(pointer)))")
    }
}
