/*
 * blob: embeds the file BLOB_FILE as BLOB_NAME and BLOB_NAME_size, in the
 * read-only data, aligned to a cache line.  Compiled once for each
 * lib/lexicon/NAME.bin; the file is not parsed or copied at run time.
 */
#define TEXT(x) TEXT_OF(x)
#define TEXT_OF(x) #x

#ifdef __APPLE__
#define SECTION ".section __TEXT,__const\n"
#define SYMBOL "_" TEXT(BLOB_NAME)
#define HIDE ".private_extern "
#else
#define SECTION ".section .rodata\n"
#define SYMBOL TEXT(BLOB_NAME)
#define HIDE ".hidden "
#endif

__asm__(
	SECTION
	".balign 64\n"
	".globl " SYMBOL "\n"
	HIDE SYMBOL "\n"
	SYMBOL ":\n"
	".incbin \"" BLOB_FILE "\"\n"
	".Lend:\n"
	".balign 8\n"
	".globl " SYMBOL "_size\n"
	HIDE SYMBOL "_size\n"
	SYMBOL "_size:\n"
	".quad .Lend - " SYMBOL "\n"
	".text\n");
