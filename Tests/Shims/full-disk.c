/* A full disk: preloaded into a server, it lets no file of a table grow while the file named by
   DJET_FULL_DISK exists. Overwriting still works, and so does the log, whose room is allocated beforehand. */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/uio.h>
#include <unistd.h>

static int has_room(int descriptor, off_t end) {
    const char *flag = getenv("DJET_FULL_DISK");
    struct stat file;
    char link[64], path[4096];
    if (flag == NULL || access(flag, F_OK) != 0) return 1;
    if (fstat(descriptor, &file) != 0 || end <= file.st_size) return 1;
    snprintf(link, sizeof link, "/proc/self/fd/%d", descriptor);
    ssize_t length = readlink(link, path, sizeof path - 1);
    if (length < 0) return 1;
    path[length] = '\0';
    return strstr(path, "/base/") == NULL;
}

static off_t length_of(const struct iovec *parts, int count) {
    off_t length = 0;
    for (int index = 0; index < count; index++) length += (off_t)parts[index].iov_len;
    return length;
}

ssize_t pwrite(int descriptor, const void *bytes, size_t count, off_t offset) {
    static ssize_t (*real)(int, const void *, size_t, off_t);
    if (real == NULL) *(void **)&real = dlsym(RTLD_NEXT, "pwrite");
    if (has_room(descriptor, offset + (off_t)count)) return real(descriptor, bytes, count, offset);
    errno = ENOSPC;
    return -1;
}

ssize_t pwritev(int descriptor, const struct iovec *parts, int count, off_t offset) {
    static ssize_t (*real)(int, const struct iovec *, int, off_t);
    if (real == NULL) *(void **)&real = dlsym(RTLD_NEXT, "pwritev");
    if (has_room(descriptor, offset + length_of(parts, count))) return real(descriptor, parts, count, offset);
    errno = ENOSPC;
    return -1;
}

int posix_fallocate(int descriptor, off_t offset, off_t length) {
    static int (*real)(int, off_t, off_t);
    if (real == NULL) *(void **)&real = dlsym(RTLD_NEXT, "posix_fallocate");
    return has_room(descriptor, offset + length) ? real(descriptor, offset, length) : ENOSPC;
}
