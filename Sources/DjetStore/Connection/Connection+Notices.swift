import CLibPQ
import Logging

extension Connection {
    /// From now on the server's warnings go to the log, and its notices nowhere; what it says when it ends the session is kept.
    /// libpq would write all of them to the standard error.
    func heedNotices() {
        wire.withLock { wire in
            let this = Unmanaged.passUnretained(self).toOpaque()
            _ = PQsetNoticeReceiver(wire.pointer, { Connection.heed($1, of: $0) }, this)
        }
    }

    /// libpq calls this while the connection reads, and so while it lives. The wire is locked then.
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
