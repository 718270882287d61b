import CLibPQ
import Logging

extension Connection {
    /// Routes the server's messages: warnings go to the log, notices are dropped, and the message that ends
    /// the session is kept. Without this, libpq writes all of them to the standard error.
    func heedNotices() {
        wire.withLock { wire in
            let this = Unmanaged.passUnretained(self).toOpaque()
            _ = PQsetNoticeReceiver(wire.pointer, { Connection.heed($1, of: $0) }, this)
        }
    }

    /// Handles one notice. libpq calls it while the connection reads, so the connection lives and the wire is
    /// locked.
    private static func heed(_ notice: OpaquePointer?, of connection: UnsafeMutableRawPointer?) {
        guard let notice, let connection else { return }
        let this = Unmanaged<Connection>.fromOpaque(connection).takeUnretainedValue()
        if StoreError.endsSession(notice) {
            let farewell = StoreError(notice, .refused)
            this.farewell.withLock { $0 = farewell }
        } else if ErrorField.severity.text(in: notice) == "WARNING" {
            this.log(warning: notice)
        }
    }

    private func log(warning notice: OpaquePointer) {
        var metadata: Logger.Metadata = [:]
        metadata["hint"] = ErrorField.hint.text(in: notice).map { "\($0)" }
        metadata["sqlstate"] = ErrorField.sqlState.text(in: notice).map { "\($0)" }
        logger.warning("PostgreSQL warns: \(ErrorField.message.text(in: notice) ?? "")", metadata: metadata)
    }
}
