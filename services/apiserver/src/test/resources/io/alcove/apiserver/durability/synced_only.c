// Preloaded into a server: keeps in the directory $SYNCED_ONLY a copy of the store's files that holds what was
// synced of them, and nothing else. After kill -9 it is what a disk would hold after a power loss.
#define _GNU_SOURCE
#include <dlfcn.h>
#include <fcntl.h>
#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#define MAX_RANGES 1000000
#define REAL(type, name, ...) type (*real)(__VA_ARGS__) = (type (*)(__VA_ARGS__)) dlsym(RTLD_NEXT, name)

struct range { ino_t file; off_t start; size_t length; };
static struct range ranges[MAX_RANGES];
static size_t count;
static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;

// 0 where the file is none of the store's
static ino_t tracked(int fd, char *path, size_t size) {
  char link[64];
  snprintf(link, sizeof link, "/proc/self/fd/%d", fd);
  ssize_t n = readlink(link, path, size - 1);
  if (n <= 0) return 0;
  path[n] = 0;
  char *name = strrchr(path, '/');
  if (!name || strncmp(name, "/store.db", 9) || strstr(name, "-shm") || !getenv("SYNCED_ONLY")) return 0;
  struct stat s;
  return fstat(fd, &s) ? 0 : s.st_ino;
}

static void note(int fd, off_t start, ssize_t length) {
  char path[4096];
  ino_t file = length > 0 ? tracked(fd, path, sizeof path) : 0;
  if (!file) return;
  pthread_mutex_lock(&lock);
  if (count == MAX_RANGES) abort();
  ranges[count++] = (struct range){file, start, (size_t) length};
  pthread_mutex_unlock(&lock);
}

static int copy_name(char *to, size_t size, const char *path) {
  return snprintf(to, size, "%s%s", getenv("SYNCED_ONLY"), strrchr(path, '/'));
}

static void keep(int fd) {
  char path[4096], to[4200];
  ino_t file = tracked(fd, path, sizeof path);
  if (!file) return;
  copy_name(to, sizeof to, path);
  pthread_mutex_lock(&lock);
  int in = open(path, O_RDONLY), out = open(to, O_RDWR | O_CREAT, 0600);
  struct stat s;
  if (in < 0 || out < 0 || fstat(in, &s) || ftruncate(out, s.st_size)) abort();
  size_t left = 0;
  REAL(ssize_t, "pwrite64", int, const void *, size_t, off_t);
  for (size_t i = 0; i < count; i++) {
    if (ranges[i].file != file) { ranges[left++] = ranges[i]; continue; }
    char *bytes = malloc(ranges[i].length);
    ssize_t n = pread(in, bytes, ranges[i].length, ranges[i].start);
    if (n > 0 && real(out, bytes, (size_t) n, ranges[i].start) != n) abort();
    free(bytes);
  }
  count = left;
  close(in);
  close(out);
  pthread_mutex_unlock(&lock);
}

ssize_t pwrite64(int fd, const void *bytes, size_t size, off_t at) {
  REAL(ssize_t, "pwrite64", int, const void *, size_t, off_t);
  ssize_t n = real(fd, bytes, size, at);
  note(fd, at, n);
  return n;
}
ssize_t pwrite(int fd, const void *bytes, size_t size, off_t at) { return pwrite64(fd, bytes, size, at); }
ssize_t write(int fd, const void *bytes, size_t size) {
  REAL(ssize_t, "write", int, const void *, size_t);
  off_t at = lseek(fd, 0, SEEK_CUR);
  ssize_t n = real(fd, bytes, size);
  if (at >= 0) note(fd, at, n);
  return n;
}
int fsync(int fd) {
  REAL(int, "fsync", int);
  keep(fd);
  return real(fd);
}
int fdatasync(int fd) {
  REAL(int, "fdatasync", int);
  keep(fd);
  return real(fd);
}
int unlink(const char *path) {
  REAL(int, "unlink", const char *);
  char to[4200];
  const char *name = strrchr(path, '/');
  if (getenv("SYNCED_ONLY") && name && !strncmp(name, "/store.db", 9)) {
    copy_name(to, sizeof to, path);
    real(to);
  }
  return real(path);
}
