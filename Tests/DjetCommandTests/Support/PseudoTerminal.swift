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
}
