/*
 * replay FILE...: runs a fuzz target over files, once each, without libFuzzer.
 */
#include "fuzz.h"

/* Asked for by targets that change inputs in their own way. */
size_t LLVMFuzzerMutate(uint8_t *data, size_t size, size_t most);

size_t
LLVMFuzzerMutate(uint8_t *data, size_t size, size_t most)
{
	(void)data;
	(void)most;
	return size;
}

int
main(int argc, char *argv[])
{
	int i;

	for (i = 1; i < argc; i++) {
		FILE *file = fopen(argv[i], "rb");
		uint8_t *bytes = malloc((size_t)1 << 20);
		size_t n;

		if (file == NULL || bytes == NULL) {
			perror(argv[i]);
			return 1;
		}
		n = fread(bytes, 1, (size_t)1 << 20, file);
		fclose(file);
		LLVMFuzzerTestOneInput(bytes, n);
		free(bytes);
	}
	return 0;
}
