import Foundation
import Glibc

/// One descriptor of a child process, and this side's end of it.
struct ChildEnd {
    let ours: FileHandle?
    private let theirs: FileHandle?
    private let isLent: Bool
    private let standard: Int32

    init(_ stream: ChildProcess.Stream, like standard: Int32) {
        self.standard = standard
        switch stream {
        case .ours: (ours, theirs, isLent) = (nil, nil, true)
        case .file(let handle): (ours, theirs, isLent) = (nil, handle, true)
        case .null:
            let null = open("/dev/null", O_RDWR | O_CLOEXEC)
            (ours, theirs, isLent) = (nil, FileHandle(fileDescriptor: null, closeOnDealloc: true), false)
        case .pipe:
            let pipe = Spawn.pipe()
            let (reading, writing) = (pipe.fileHandleForReading, pipe.fileHandleForWriting)
            let (ours, theirs) = standard == STDIN_FILENO ? (writing, reading) : (reading, writing)
            (self.ours, self.theirs, isLent) = (ours, theirs, false)
        }
    }

    var descriptor: Int32 { theirs?.fileDescriptor ?? standard }

    /// Closes the child's end here: while it stays open, no reader would see the end of the pipe.
    func close() {
        if !isLent { try? theirs?.close() }
    }
}
