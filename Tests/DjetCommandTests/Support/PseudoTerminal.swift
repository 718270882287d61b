import Foundation
import Glibc

/// A terminal without a screen, at which somebody has typed a text.
final class PseudoTerminal: Sendable {
    /// The side that a program takes for a terminal.
    let terminal: FileHandle
    /// The other side, which types. While it is open, the text is there to be read.
    private let keyboard: FileHandle

    init(typing text: String) throws {
        var (keyboard, terminal): (Int32, Int32) = (-1, -1)
        guard openpty(&keyboard, &terminal, nil, nil, nil) == 0 else {
            throw POSIXError(POSIXErrorCode(rawValue: errno) ?? .EIO)
        }
        self.keyboard = FileHandle(fileDescriptor: keyboard, closeOnDealloc: true)
        self.terminal = FileHandle(fileDescriptor: terminal, closeOnDealloc: true)
        try self.keyboard.write(contentsOf: Data(text.utf8))
    }

    /// Returns what was shown at it. Call it when the programs at it have ended: they could show no more.
    func shown() throws -> String {
        try terminal.close()
        var bytes: [UInt8] = []
        var buffer = [UInt8](repeating: 0, count: 4_096)
        while true {
            // The end is an error. It does not come while another process has the terminal, too, as one may
            // that was started just when this was made.
            var readable = pollfd(fd: keyboard.fileDescriptor, events: Int16(POLLIN), revents: 0)
            let isReadable = poll(&readable, 1, 10_000) > 0
            let count = isReadable ? read(keyboard.fileDescriptor, &buffer, buffer.count) : 0
            guard count > 0 else { return String(decoding: bytes, as: UTF8.self) }
            bytes += buffer[..<count]
        }
    }
}
