"""A corpus through the filters by Spark's pipe.

    spark-submit scripts/cluster/spark.py OUTPUT INPUT [COLUMN...]

INPUT is one or more tables as map reads them, OUTPUT a folder to be made, with
the rows of each partition in a file. Rill is installed on all nodes, or in a
folder that they share.
"""
import os
import sys

from pyspark import SparkContext


def main(output, tables, *columns):
    command = [os.path.join(os.path.dirname(os.path.abspath(__file__)), "map")]
    quoted = " ".join(command + list(columns))
    records = SparkContext(appName="rill").textFile(tables)
    # A map that fails ends the job.
    records.pipe(quoted, checkCode=True).saveAsTextFile(output)


if __name__ == "__main__":
    if len(sys.argv) < 3:
        sys.exit(__doc__)
    main(*sys.argv[1:])
