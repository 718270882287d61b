import CLibPQ
import Logging

extension Connection {
    /// From now on the server's warnings go to the log, and its notices nowhere. libpq would write both to the standard
    /// error.
    func logWarnings() {
        wire.withLock { wire in
            let this = Unmanaged.passUnretained(self).toOpaque()
            _ = PQsetNoticeReceiver(wire.pointer, { Connection.log($1, of: $0) }, this)
        }
    }

    /// libpq calls this while the connection reads, and so while it lives.
    private static func log(_ notice: OpaquePointer?, of connection: UnsafeMutableRawPointer?) {
        guard let notice, let connection, ErrorField.severity.text(in: notice) == "WARNING" else { return }
        let logger = Unmanaged<Connection>.fromOpaque(connection).takeUnretainedValue().logger
        let message = ErrorField.message.text(in: notice) ?? ""
        var metadata: Logger.Metadata = [:]
        metadata["hint"] = ErrorField.hint.text(in: notice).map { "\($0)" }
        metadata["sqlstate"] = ErrorField.sqlState.text(in: notice).map { "\($0)" }
        logger.warning("PostgreSQL warns: \(message)", metadata: metadata)
    }
}
